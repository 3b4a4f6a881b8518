package org.azulejo.effect.desaturate;

import java.util.List;
import org.azulejo.api.Effect;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.osgi.service.component.annotations.Component;

/** Makes {@link Desaturate}. */
@Component
@PluginName("desaturate")
public final class DesaturateFactory implements EffectFactory {
  private static final OptionKey FACTOR =
      OptionKey.number("factor")
          .or(0.85)
          .means("How much grey is mixed in, from 0, nothing, to 1, all grey.");

  @Override
  public Effect create(Options options) {
    return new Desaturate((float) options.number(FACTOR));
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(FACTOR);
  }
}
