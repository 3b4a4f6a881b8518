package org.azulejo.effect.pixelate;

import org.azulejo.api.Effect;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.osgi.service.component.annotations.Component;

/** Makes {@link Pixelate}. */
@Component
@PluginName("pixelate")
public final class PixelateFactory implements EffectFactory {
  private static final double USUAL_REDUCTION = 5;

  @Override
  public Effect create(Options options) {
    return new Pixelate(options.number("reduction", USUAL_REDUCTION));
  }
}
