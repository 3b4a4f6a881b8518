package org.azulejo.deployment;

import java.io.File;
import java.io.IOException;
import java.time.Instant;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.azulejo.operation.AuditTrail;
import org.azulejo.operation.RefusedException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of the jars in the deploy folder from Felix File Install, which watches it. A jar that is
 * refused is tried again when its file changes.
 */
@Component
public final class DeployFolder implements ArtifactInstaller {
  private static final Logger log = LoggerFactory.getLogger(DeployFolder.class);

  private final Deployment deployment;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable AuditTrail trail;

  @Activate
  public DeployFolder(@Reference Deployment deployment) {
    this.deployment = deployment;
  }

  /** Every jar: one that is broken should hear why. */
  @Override
  public boolean canHandle(File file) {
    return file.getName().endsWith(".jar") && deployment.has(file.toPath());
  }

  @Override
  public void install(File file) {
    take(file);
  }

  @Override
  public void update(File file) {
    take(file);
  }

  /** Unless the file is there again: then it was replaced between two looks at the folder. */
  @Override
  public void uninstall(File file) throws IOException {
    if (!file.exists() && deployment.takeAway(Deployment.LOCATION + file.getName())) {
      note("remove " + file.getName(), "done", true);
    }
  }

  /** File Install itself would say it at length. */
  private void take(File file) {
    try {
      if (deployment.deploy(file.toPath())) {
        note("use " + file.getName(), "done", true);
      }
    } catch (RefusedException e) {
      log.warn("{} is refused: {}", file.getName(), e.getMessage());
      note("use " + file.getName(), e.getMessage(), false);
    } catch (IOException | RuntimeException e) {
      log.warn("{} cannot be used: {}", file.getName(), Bundles.reason(e));
      note("use " + file.getName(), Bundles.reason(e), false);
    }
  }

  /** What lies there when the server starts is no change: there is no trail yet. */
  private void note(String what, String result, boolean isDone) {
    AuditTrail trail = this.trail;
    if (trail != null) {
      trail.add(AuditTrail.Entry.of(Instant.now(), "the deploy folder", what, result, isDone));
    }
  }
}
