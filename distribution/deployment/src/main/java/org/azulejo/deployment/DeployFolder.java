package org.azulejo.deployment;

import java.io.File;
import java.io.IOException;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.azulejo.operation.RefusedException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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
    if (!file.exists()) {
      deployment.takeAway(Deployment.LOCATION + file.getName());
    }
  }

  /** File Install itself would say it at length. */
  private void take(File file) {
    try {
      deployment.deploy(file.toPath());
    } catch (RefusedException e) {
      log.warn("{} is refused: {}", file.getName(), e.getMessage());
    } catch (IOException | RuntimeException e) {
      log.warn("{} cannot be used: {}", file.getName(), Bundles.reason(e));
    }
  }
}
