package org.azulejo.upstream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that the environment variables {@code http_proxy}, {@code https_proxy} and {@code
 * no_proxy} name; where they are silent, those of the Java platform. This machine itself is always
 * asked directly. Names and passwords in the variables are passed over.
 */
final class EnvironmentProxies extends ProxySelector {
  private static final Pattern SERVER =
      Pattern.compile("(?:\\w+://)?(?:[^@/]*@)?(\\[[^]]+]|[^:/]+)(?::(\\d{1,5}))?/?");
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127\\.[0-9.]+|\\[::1]", Pattern.CASE_INSENSITIVE);

  private final Map<String, String> environment;
  private final ProxySelector otherwise;

  /**
   * @param otherwise as {@link ProxySelector#getDefault}, which is null if proxies are switched off
   */
  EnvironmentProxies(Map<String, String> environment, @Nullable ProxySelector otherwise) {
    this.environment = environment;
    this.otherwise = otherwise == null ? ProxySelector.of(null) : otherwise;
  }

  @Override
  public List<Proxy> select(URI address) {
    if (THIS_MACHINE.matcher(address.getHost()).matches() || isExcepted(address.getHost())) {
      return List.of(Proxy.NO_PROXY);
    }
    String variable = address.getScheme().toLowerCase(Locale.ROOT) + "_proxy";
    return variable(variable)
        .flatMap(EnvironmentProxies::proxy)
        .map(List::of)
        .orElseGet(() -> otherwise.select(address));
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, IOException problem) {
    // There is no other to choose.
  }

  private boolean isExcepted(String host) {
    return Stream.of(variable("no_proxy").orElse("").split("[,\\s]+"))
        .map(suffix -> suffix.replaceFirst("^\\*?\\.", ""))
        .filter(suffix -> !suffix.isEmpty())
        .anyMatch(suffix -> suffix.equals("*") || isWithin(host, suffix));
  }

  private static boolean isWithin(String host, String domain) {
    String dotted = "." + host.toLowerCase(Locale.ROOT);
    return dotted.endsWith("." + domain.toLowerCase(Locale.ROOT));
  }

  private Optional<String> variable(String name) {
    String small = environment.get(name);
    String value = small != null ? small : environment.get(name.toUpperCase(Locale.ROOT));
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  private static Optional<Proxy> proxy(String text) {
    Matcher matcher = SERVER.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(Optional.ofNullable(matcher.group(2)).orElse("80"));
    var address = InetSocketAddress.createUnresolved(matcher.group(1), Math.min(port, 65535));
    return Optional.of(new Proxy(Proxy.Type.HTTP, address));
  }
}
