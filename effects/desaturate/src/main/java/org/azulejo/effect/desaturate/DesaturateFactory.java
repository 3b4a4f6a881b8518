package org.azulejo.effect.desaturate;

import org.azulejo.api.Effect;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.osgi.service.component.annotations.Component;

/** Makes {@link Desaturate}. */
@Component
@PluginName("desaturate")
public final class DesaturateFactory implements EffectFactory {
  private static final double USUAL_FACTOR = 0.85;

  @Override
  public Effect create(Options options) {
    return new Desaturate((float) options.number("factor", USUAL_FACTOR));
  }
}
