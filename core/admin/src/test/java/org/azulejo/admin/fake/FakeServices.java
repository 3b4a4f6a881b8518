package org.azulejo.admin.fake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.azulejo.admin.desk.Services;
import org.azulejo.api.OptionKey;
import org.azulejo.layer.Layers;
import org.azulejo.operation.AuditTrail;
import org.azulejo.operation.ConfigurationFile;
import org.azulejo.operation.Installer;
import org.azulejo.operation.Plugin;
import org.azulejo.operation.Plugins;
import org.azulejo.operation.Reload;
import org.azulejo.operation.ServerFigures;

/** All services of a server; those that may be missing can be taken away. */
public final class FakeServices implements Services, ServerFigures {
  public int reloads;
  public static final String CONFIGURATION =
      """
      {
        // The common one.
        "cache": {"name": "disk", "path": "../cache"},
        "layers": {
          "world": {"provider": {"name": "mbtiles", "tileset": "world.mbtiles"}, "tile height": "512"},
          "streets/old town": {
            "provider": {
              "name": "proxy",
              "url": "https://tiles.example.com/{Z}/{X}/{Y}.png?key=k3y",
              "password": "s3cret",
              "timeout": 5
            },
            "pixel effect": [{"name": "greyscale"}, {"name": "blur", "radius": 2}],
            "bounds": {"north": 50, "south": 40},
            "odd": [1, 2]
          },
          "relief": {"provider": {"name": "mapnik", "mapfile": "relief.xml"}}
        }
      }
      """;

  public final FakeLayers layers = new FakeLayers(Set.of("mbtiles", "proxy", "sandwich"));
  public final FakeConfigurationFile file = new FakeConfigurationFile(layers, CONFIGURATION);
  public final FakeInstaller installer = new FakeInstaller();
  private final AuditTrail trail = new FakeTrail();
  public boolean hasFile = true;
  public boolean hasInstaller = true;

  @Override
  public Layers layers() {
    return layers;
  }

  @Override
  public Plugins plugins() {
    return () ->
        List.of(
            plugin(
                "provider",
                List.of("mbtiles", "TileStache.Goodies.Providers.MBTiles:Provider"),
                OptionKey.path("tileset").required().means("Path of the file.")),
            plugin(
                "provider",
                List.of("proxy"),
                OptionKey.location("url").means("Address of the tiles, with {Z}, {X} and {Y}."),
                OptionKey.word("mode", "strict", "lenient").or("strict"),
                OptionKey.number("timeout").or(10).from(0).to(600).means("Seconds for one answer."),
                OptionKey.flag("follow").or(true),
                OptionKey.texts("formats").means("Extensions of the tiles."),
                OptionKey.secret("password").means("What the upstream asks for."),
                OptionKey.secret("pin")),
            plugin(
                "provider",
                List.of("sandwich"),
                OptionKey.sections("stack", OptionKey.layer("src"), OptionKey.text("color"))
                    .required()
                    .means("What is laid upon what, the lowest first.")),
            plugin("cache", List.of("disk"), OptionKey.path("path").required()),
            plugin("cache", List.of("memory"), OptionKey.integer("megabytes").or(64).from(1)),
            plugin("pixel effect", List.of("greyscale")),
            plugin(
                "pixel effect",
                List.of("blur"),
                OptionKey.integer("radius").or(1).from(0).to(100).means("Pixels.")));
  }

  private Plugin plugin(String kind, List<String> names, OptionKey... keys) {
    Set<String> layers = names.get(0).equals("mbtiles") ? Set.of("world") : Set.of();
    String bundle = "org.azulejo." + kind.replace("pixel ", "") + "." + names.get(0);
    return new Plugin(kind, names, List.of(keys), bundle, "0.1.0", layers, false);
  }

  @Override
  public Reload reload() {
    return () -> reloads++;
  }

  @Override
  public AuditTrail trail() {
    return trail;
  }

  @Override
  public Optional<ServerFigures> figures() {
    return Optional.of(this);
  }

  @Override
  public Optional<ConfigurationFile> configurationFile() {
    return hasFile ? Optional.of(file) : Optional.empty();
  }

  @Override
  public Optional<Installer> installer() {
    return hasInstaller ? Optional.of(installer) : Optional.empty();
  }

  @Override
  public int connections() {
    return 12;
  }

  @Override
  public int requests() {
    return 3;
  }

  @Override
  public int queued() {
    return 1;
  }

  @Override
  public int parked() {
    return 0;
  }

  @Override
  public long refused() {
    return 4;
  }
}
