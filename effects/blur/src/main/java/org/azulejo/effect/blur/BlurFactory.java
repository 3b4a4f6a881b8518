package org.azulejo.effect.blur;

import org.azulejo.api.Effect;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.osgi.service.component.annotations.Component;

/** Makes {@link Blur}. */
@Component
@PluginName("blur")
public final class BlurFactory implements EffectFactory {
  private static final double USUAL_RADIUS = 5;

  @Override
  public Effect create(Options options) {
    return new Blur(options.number("radius", USUAL_RADIUS));
  }
}
