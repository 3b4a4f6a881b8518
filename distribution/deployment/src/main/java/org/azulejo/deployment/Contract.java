package org.azulejo.deployment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;

/**
 * The version of the contract that this server has, against which plug-ins were made.
 *
 * @param version of the package {@code org.azulejo.api}
 */
record Contract(Version version) {
  private static final String PACKAGE = "org.azulejo.api";

  /** Commas between clauses, not those within quotes. */
  private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  private static final Pattern RANGE = Pattern.compile("version=\"?([^\";]+)\"?");

  /** The one that a bundle exports. */
  static Contract exportedBy(Bundle api) {
    return new Contract(
        api
            .adapt(BundleRevision.class)
            .getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
            .stream()
            .map(capability -> capability.getAttributes())
            .filter(
                attributes -> PACKAGE.equals(attributes.get(PackageNamespace.PACKAGE_NAMESPACE)))
            .map(attributes -> (Version) attributes.get("version"))
            .findFirst()
            .orElse(Version.emptyVersion));
  }

  /**
   * @param imports the header {@code Import-Package}
   * @throws IOException if it asks for another version of the contract
   */
  void check(String imports) throws IOException {
    for (String clause : COMMA.split(imports)) {
      List<String> parts = new ArrayList<>(List.of(clause.strip().split("\\s*;\\s*")));
      if (parts.contains(PACKAGE)) {
        check(range(clause));
      }
    }
  }

  private void check(VersionRange range) throws IOException {
    if (!range.includes(version)) {
      throw new IOException(
          "it was made for version %s of org.azulejo.api; this server has %s."
              .formatted(range, version));
    }
  }

  private static VersionRange range(String clause) throws IOException {
    Matcher matcher = RANGE.matcher(clause);
    try {
      return new VersionRange(matcher.find() ? matcher.group(1) : "0");
    } catch (IllegalArgumentException e) {
      throw new IOException("its manifest has a version of org.azulejo.api that is none.", e);
    }
  }
}
