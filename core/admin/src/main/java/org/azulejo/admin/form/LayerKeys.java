package org.azulejo.admin.form;

import java.util.List;
import org.azulejo.api.OptionKey;

/** The keys that every layer has, beside its provider, cache and effects. */
final class LayerKeys {
  static final List<OptionKey> ALL =
      List.of(
          OptionKey.projection("projection")
              .or("spherical mercator")
              .means("How the world is laid out; WGS84 is plain degrees."),
          OptionKey.section(
                  "metatile",
                  OptionKey.integer("rows").or(1).from(1),
                  OptionKey.integer("columns").or(1).from(1),
                  OptionKey.integer("buffer").or(0).from(0).means("Pixels that are cut off again."))
              .means("How many tiles are drawn at once."),
          OptionKey.section(
                  "bounds",
                  OptionKey.number("north"),
                  OptionKey.number("south"),
                  OptionKey.number("west"),
                  OptionKey.number("east"),
                  OptionKey.integer("low").from(0).means("Lowest zoom."),
                  OptionKey.integer("high").from(0).means("Highest zoom."))
              .means("Where there are tiles, in degrees."),
          OptionKey.flag("write cache").or(true).means("Whether new tiles are kept."),
          OptionKey.integer("cache lifespan")
              .or(0)
              .from(0)
              .means("Seconds after which a kept tile is drawn anew; 0 is never."),
          OptionKey.integer("stale while revalidate")
              .or(0)
              .from(0)
              .means("Seconds beyond its lifespan for which a tile serves while it is drawn anew."),
          OptionKey.integer("stale if error")
              .or(0)
              .from(0)
              .means("Seconds beyond its lifespan for which a tile serves if it cannot be drawn."),
          OptionKey.integer("stale lock timeout")
              .or(15)
              .from(0)
              .means("Seconds after which another server's lock is broken."),
          OptionKey.integer("maximum cache age")
              .from(0)
              .means("Seconds for which browsers may keep a tile."),
          OptionKey.section(
                  "access",
                  OptionKey.texts("keys")
                      .means("Keys of 16 characters or more, or sha256: and their digest."),
                  OptionKey.secret("signing key").means("With which addresses are signed."))
              .means("Who may have the tiles; everybody, unless something stands here."),
          OptionKey.text("allowed origin").means("Other sites that may use the tiles; * is all."),
          OptionKey.integer("tile height").or(256).from(1).to(4096).means("Pixels."),
          OptionKey.section(
              "jpeg options",
              OptionKey.integer("quality").or(75).from(1).to(100),
              OptionKey.flag("optimize").or(false),
              OptionKey.flag("progressive").or(false)),
          OptionKey.section(
              "png options",
              OptionKey.flag("optimize").or(false).means("Smaller files, more slowly."),
              OptionKey.path("palette").means("An .act file with the colours to use."),
              OptionKey.flag("palette256").or(false).means("256 colours chosen for each tile.")),
          OptionKey.section(
              "webp options",
              OptionKey.integer("quality").or(80).from(0).to(100),
              OptionKey.flag("lossless").or(false)),
          OptionKey.section(
                  "preview",
                  OptionKey.number("lat").or(37.80),
                  OptionKey.number("lon").or(-122.26),
                  OptionKey.integer("zoom").or(10),
                  OptionKey.text("ext").means("Extension of the tiles to show."))
              .means("Where the map starts."));

  private LayerKeys() {}
}
