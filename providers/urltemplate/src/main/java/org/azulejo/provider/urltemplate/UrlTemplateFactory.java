package org.azulejo.provider.urltemplate;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.Projection;
import org.azulejo.api.Provider;
import org.azulejo.api.ProviderFactory;
import org.azulejo.upstream.Address;
import org.azulejo.upstream.ConnectionPool;
import org.azulejo.upstream.UpstreamOptions;
import org.osgi.service.component.annotations.Component;

/** Makes {@link UrlTemplateProvider}s. */
@Component
@PluginName({
  "url template",
  "TileStache.Providers:UrlTemplate",
  "TileStache.Providers.UrlTemplate"
})
public final class UrlTemplateFactory implements ProviderFactory {
  private static final List<OptionKey> OWN_KEYS =
      List.of(
          OptionKey.text("template")
              .required()
              .means(
                  "The address, with $width, $height, $srs, $zoom, $xmin, $ymin, $xmax and $ymax."),
          OptionKey.projection("source projection")
              .means("The projection that the server is asked in; else that of the layer."));

  private final ConnectionPool connections = new ConnectionPool("url-template");

  @Override
  public Provider create(Options options) {
    var template = new Template(options.text("template"));
    requireAddress(options, template);
    return new UrlTemplateProvider(
        template, sourceProjection(options), connections.upstream(options), Clock.systemUTC());
  }

  private static Optional<Projection> sourceProjection(Options options) {
    // TileStache's name for it in sections with "class" and "kwargs".
    boolean isArgument = options.has("source_projection");
    String key = isArgument ? "source_projection" : "source projection";
    return options.has(key) ? Optional.of(options.projection(key)) : Optional.empty();
  }

  private static void requireAddress(Options options, Template template) {
    try {
      Address.of(template.fill(Map.of()));
    } catch (IllegalArgumentException e) {
      throw options.problem("template", "the address %s.".formatted(e.getMessage()));
    }
  }

  @Override
  public List<OptionKey> keys() {
    return Stream.concat(OWN_KEYS.stream(), UpstreamOptions.KEYS.stream()).toList();
  }
}
