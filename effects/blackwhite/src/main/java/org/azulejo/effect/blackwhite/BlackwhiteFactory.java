package org.azulejo.effect.blackwhite;

import org.azulejo.api.Effect;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.osgi.service.component.annotations.Component;

/** Makes {@link Blackwhite}. */
@Component
@PluginName("blackwhite")
public final class BlackwhiteFactory implements EffectFactory {
  @Override
  public Effect create(Options options) {
    return new Blackwhite();
  }
}
