package org.azulejo.effect.greyscale;

import org.azulejo.api.Effect;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.osgi.service.component.annotations.Component;

/** Makes {@link Greyscale}. */
@Component
@PluginName("greyscale")
public final class GreyscaleFactory implements EffectFactory {
  @Override
  public Effect create(Options options) {
    return new Greyscale();
  }
}
