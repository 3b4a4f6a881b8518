package org.azulejo.effect.blur;

import java.util.List;
import org.azulejo.api.Effect;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.osgi.service.component.annotations.Component;

/** Makes {@link Blur}. */
@Component
@PluginName("blur")
public final class BlurFactory implements EffectFactory {
  private static final OptionKey RADIUS =
      OptionKey.number("radius")
          .or(5)
          .means("How far a pixel spreads: the standard deviation of a bell, in pixels.");

  @Override
  public Effect create(Options options) {
    return new Blur(options.number(RADIUS));
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(RADIUS);
  }
}
