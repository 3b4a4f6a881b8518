package org.azulejo.provider.sandwich;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slices from their sections; one reader for one stack, whose slices share their sources. */
final class SliceReader {
  private static final Logger LOG = LoggerFactory.getLogger(SliceReader.class);

  /** The keys of an entry. */
  static final OptionKey[] KEYS = {
    OptionKey.text("src").means("Name of a layer; or path or address of a picture."),
    OptionKey.text("color").means("#rgb, #rgba, #rrggbb or #rrggbbaa; below the src, if any."),
    OptionKey.layer("mask").means("A layer whose brightness becomes opacity."),
    OptionKey.number("opacity").or(1).means("0 to 1."),
    OptionKey.text("mode")
        .or("normal")
        .means("screen, add, multiply, subtract, linear light or hard light."),
    OptionKey.texts("adjustments").means("A list of threshold, curves and curves2."),
    OptionKey.text("zoom").means("Where the entry shows: 12 or 12-18.")
  };

  private final Map<String, Source> sources = new HashMap<>();

  Slice read(Options entry) {
    boolean hasSource = entry.has("src");
    boolean hasColor = entry.has("color");
    boolean hasMask = entry.has("mask");
    if (!hasSource && !hasColor) {
      throw entry.problem(
          hasMask ? "mask" : "src",
          hasMask ? "a mask needs a src or a color beside it." : "a src or a color is required.");
    }
    if (hasSource && hasColor && hasMask) {
      throw entry.problem(
          "mask", "src, color and mask do not go together; put color into an entry of its own.");
    }
    return new Slice(
        hasSource ? Optional.of(source(entry)) : Optional.empty(),
        hasColor ? Optional.of(color(entry)) : Optional.empty(),
        hasMask ? Optional.of(layer("mask", entry)) : Optional.empty(),
        opacity(entry),
        blend(entry),
        new AdjustmentReader(entry).read(),
        zooms(entry));
  }

  private Source source(Options entry) {
    return entry.namesLayer("src") ? layer("src", entry) : picture(entry);
  }

  private Source layer(String key, Options entry) {
    var layer = entry.layer(key);
    return sources.computeIfAbsent(layer.name(), name -> new LayerSource(layer));
  }

  private Source picture(Options entry) {
    URI location = entry.location("src");
    if (!"file".equals(location.getScheme())) {
      return sources.computeIfAbsent(
          location.toString(),
          place -> new Wallpaper(new RemotePicture(location, System::nanoTime)));
    }
    Path path = Path.of(location);
    if (!Files.isRegularFile(path)) {
      throw entry.problem(
          "src", "there is no layer and no picture \"%s\".".formatted(entry.text("src")));
    }
    return sources.computeIfAbsent(
        location.toString(), place -> new Wallpaper(new LocalPicture(path)));
  }

  private static Colour color(Options entry) {
    String text = entry.text("color");
    return Colour.parse(text)
        .orElseThrow(
            () ->
                entry.problem(
                    "color",
                    "expected # and three, four, six or eight hexadecimal digits, found \"%s\"."
                        .formatted(text)));
  }

  /** More than all is all, as ever. */
  private static float opacity(Options entry) {
    double opacity = entry.number("opacity", 1);
    if (opacity < 0) {
      throw entry.problem("opacity", "expected 0 to 1, found %s.".formatted(opacity));
    }
    return (float) Math.min(1, opacity);
  }

  /** Words that are not known have always been taken for normal. */
  private static Blend blend(Options entry) {
    String mode = entry.text("mode", "normal");
    Optional<Blend> blend = Blend.named(mode);
    if (blend.isEmpty()) {
      LOG.warn("{}.mode: \"{}\" is not known and taken for normal.", entry.where(), mode);
    }
    return blend.orElse(Blend.NORMAL);
  }

  private static Zooms zooms(Options entry) {
    String text = entry.text("zoom", "0-999");
    return Zooms.parse(text)
        .orElseThrow(
            () ->
                entry.problem(
                    "zoom",
                    "expected one zoom or two, as \"12\" or \"12-18\", found \"%s\"."
                        .formatted(text)));
  }
}
