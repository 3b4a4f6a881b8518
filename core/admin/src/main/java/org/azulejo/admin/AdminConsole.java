package org.azulejo.admin;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.azulejo.admin.access.Tokens;
import org.azulejo.admin.desk.Services;
import org.azulejo.admin.room.Room;
import org.azulejo.layer.Layers;
import org.azulejo.operation.AuditTrail;
import org.azulejo.operation.ConfigurationFile;
import org.azulejo.operation.Installer;
import org.azulejo.operation.Plugins;
import org.azulejo.operation.Reload;
import org.azulejo.operation.ServerFigures;
import org.azulejo.web.WebRoom;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the room {@code /admin/} while there are layers. The service is registered by hand: one of
 * Declarative Services would carry every setting as a property, passwords too.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = "org.azulejo",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class AdminConsole implements Services {
  private static final Logger log = LoggerFactory.getLogger(AdminConsole.class);

  private static final Dictionary<String, Object> PROPERTIES =
      new Hashtable<>(Map.of(WebRoom.PREFIX, Room.PREFIX));

  private final BundleContext context;
  private final Layers layers;
  private final Plugins plugins;
  private final Reload reload;
  private final AuditTrail trail;
  private Settings settings;
  private @Nullable Administration administration;
  private @Nullable ServiceRegistration<WebRoom> registration;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable ConfigurationFile configurationFile;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Installer installer;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable ServerFigures figures;

  @Activate
  public AdminConsole(
      BundleContext context,
      AdminSettings settings,
      @Reference Layers layers,
      @Reference Plugins plugins,
      @Reference Reload reload,
      @Reference AuditTrail trail) {
    this.context = context;
    this.layers = layers;
    this.plugins = plugins;
    this.reload = reload;
    this.trail = trail;
    this.settings = Settings.of(settings, context::getProperty);
  }

  /** Other parts have keys in the same configuration: begins anew only for ours. */
  @Modified
  void change(AdminSettings changed) {
    Settings wanted = Settings.of(changed, context::getProperty);
    if (!wanted.equals(settings)) {
      close();
      settings = wanted;
      open();
    }
  }

  @Deactivate
  void close() {
    if (registration != null) {
      registration.unregister();
      registration = null;
    }
    if (administration != null) {
      administration.close();
      administration = null;
    }
  }

  @Activate
  void open() {
    if (!settings.isEnabled()) {
      return;
    }
    if (settings.isRemote()) {
      log.warn("The console is open to other machines; let them come over TLS only.");
    }
    try {
      var tokens = new Tokens(new SecureRandom());
      var welcome = new Welcome(settings.users());
      var opened = new Administration(settings, this, tokens, InstantSource.system(), welcome);
      administration = opened;
      registration = context.registerService(WebRoom.class, opened::answer, PROPERTIES);
    } catch (IOException e) {
      log.error(
          "There is no console: its users cannot be kept in {}: {}",
          settings.users(),
          e.getMessage());
    }
  }

  @Override
  public Layers layers() {
    return layers;
  }

  @Override
  public Plugins plugins() {
    return plugins;
  }

  @Override
  public Reload reload() {
    return reload;
  }

  @Override
  public AuditTrail trail() {
    return trail;
  }

  @Override
  public Optional<ServerFigures> figures() {
    return Optional.ofNullable(figures);
  }

  @Override
  public Optional<ConfigurationFile> configurationFile() {
    return Optional.ofNullable(configurationFile);
  }

  @Override
  public Optional<Installer> installer() {
    return Optional.ofNullable(installer);
  }
}
