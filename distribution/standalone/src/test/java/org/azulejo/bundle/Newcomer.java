package org.azulejo.bundle;

import java.util.function.BiConsumer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Says that it has come, and that it goes. */
public final class Newcomer implements BundleActivator {
  @Override
  public void start(BundleContext context) throws Exception {
    say(context, "come");
  }

  @Override
  public void stop(BundleContext context) throws Exception {
    say(context, "gone");
  }

  @SuppressWarnings("unchecked")
  private static void say(BundleContext context, String word) throws Exception {
    var reference = context.getServiceReferences(BiConsumer.class, "(azulejo.host=true)");
    context.getService(reference.iterator().next()).accept("logging", word);
  }
}
