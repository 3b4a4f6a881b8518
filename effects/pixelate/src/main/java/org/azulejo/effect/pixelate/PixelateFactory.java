package org.azulejo.effect.pixelate;

import java.util.List;
import org.azulejo.api.Effect;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.osgi.service.component.annotations.Component;

/** Makes {@link Pixelate}. */
@Component
@PluginName("pixelate")
public final class PixelateFactory implements EffectFactory {
  private static final OptionKey REDUCTION =
      OptionKey.number("reduction")
          .or(5)
          .means("How many pixels wide and tall a square is, 1 or more.");

  @Override
  public Effect create(Options options) {
    return new Pixelate(options.number(REDUCTION));
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(REDUCTION);
  }
}
