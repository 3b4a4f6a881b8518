package org.azulejo.admin.desk;

import java.util.Optional;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.layer.Layers;
import org.azulejo.operation.AuditTrail;
import org.azulejo.operation.ConfigurationFile;
import org.azulejo.operation.Installer;
import org.azulejo.operation.Plugins;
import org.azulejo.operation.Reload;
import org.azulejo.operation.ServerFigures;

/** The services of the server; those that may be missing can come and go at any time. */
public interface Services {
  Layers layers();

  Plugins plugins();

  Reload reload();

  AuditTrail trail();

  Optional<ServerFigures> figures();

  Optional<ConfigurationFile> configurationFile();

  Optional<Installer> installer();

  /**
   * @throws Problem 503 if it is missing
   */
  default ConfigurationFile editor() throws Problem {
    return configurationFile()
        .orElseThrow(
            () ->
                new Problem(
                    503,
                    "The configuration cannot be edited now: no bundle gives a ConfigurationFile, as"
                        + " org.azulejo.engine does."));
  }

  /**
   * @throws Problem 503 if it is missing
   */
  default Installer anInstaller() throws Problem {
    return installer().orElseThrow(() -> new Problem(503, NO_INSTALLER));
  }

  String NO_INSTALLER =
      "Plug-ins cannot be installed or removed now: no bundle gives an Installer, as"
          + " org.azulejo.deployment does.";
}
