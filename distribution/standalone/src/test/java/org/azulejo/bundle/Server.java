package org.azulejo.bundle;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.BiConsumer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ManagedService;

/** Stands in for the server's bundles: repeats its configuration, and says that it is ready. */
public final class Server implements BundleActivator, ManagedService {
  private volatile BiConsumer<String, String> host = (event, text) -> {};

  @Override
  @SuppressWarnings("unchecked")
  public void start(BundleContext context) throws Exception {
    var reference = context.getServiceReferences(BiConsumer.class, "(azulejo.host=true)");
    host = context.getService(reference.iterator().next());
    var pid = new Hashtable<>(Map.of("service.pid", "org.azulejo"));
    context.registerService(ManagedService.class, this, pid);
  }

  @Override
  public void updated(Dictionary<String, ?> settings) {
    if (settings == null) {
      return;
    }
    String configuration = (String) settings.get("configuration");
    if (configuration.contains("broken")) {
      host.accept("failed", "The configuration is broken.");
    } else {
      host.accept("logging", configuration);
      host.accept(configuration.contains("waiting") ? "inactive" : "active", "The layers.");
      host.accept("ready", "http://%s:%s/".formatted(settings.get("host"), settings.get("port")));
    }
  }

  @Override
  public void stop(BundleContext context) {}
}
