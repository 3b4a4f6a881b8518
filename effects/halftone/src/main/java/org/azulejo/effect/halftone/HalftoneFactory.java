package org.azulejo.effect.halftone;

import org.azulejo.api.Effect;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.osgi.service.component.annotations.Component;

/** Makes {@link Halftone}. */
@Component
@PluginName("halftone")
public final class HalftoneFactory implements EffectFactory {
  @Override
  public Effect create(Options options) {
    return new Halftone();
  }
}
