package org.azulejo.provider.urltemplate;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.Projection;
import org.azulejo.api.Provider;
import org.azulejo.api.ProviderFactory;
import org.azulejo.upstream.Address;
import org.azulejo.upstream.ConnectionPool;
import org.osgi.service.component.annotations.Component;

/** Makes {@link UrlTemplateProvider}s. */
@Component
@PluginName({
  "url template",
  "TileStache.Providers:UrlTemplate",
  "TileStache.Providers.UrlTemplate"
})
public final class UrlTemplateFactory implements ProviderFactory {
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
}
