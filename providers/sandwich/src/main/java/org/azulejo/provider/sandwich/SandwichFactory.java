package org.azulejo.provider.sandwich;

import java.util.List;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.Provider;
import org.azulejo.api.ProviderFactory;
import org.osgi.service.component.annotations.Component;

/** Makes providers from sections with a {@code stack}. */
@Component
@PluginName({"sandwich", "TileStache.Sandwich:Provider", "TileStache.Sandwich.Provider"})
public final class SandwichFactory implements ProviderFactory {
  @Override
  public Provider create(Options options) {
    if (!options.has("stack")) {
      throw options.problem("stack", "a list of what to stack is required here, and missing.");
    }
    var reader = new SliceReader();
    return new SandwichProvider(options.sections("stack").stream().map(reader::read).toList());
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(
        OptionKey.sections("stack", SliceReader.KEYS)
            .required()
            .means("What to stack, the lowest first."));
  }
}
