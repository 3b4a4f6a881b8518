package org.azulejo.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FactoriesTest {
  private final Factories factories = new Factories();
  private final Object first = "first";
  private final Object second = "second";

  private static Map<String, Object> named(Object names, int ranking, long id) {
    return Map.of("azulejo.plugin.name", names, "service.ranking", ranking, "service.id", id);
  }

  @Test
  void namesAreFoundInAnyCase() {
    factories.add(
        Kind.PROVIDER, first, named(new String[] {"url template", "My.Module:Class"}, 0, 1));
    assertThat(factories.find(Kind.PROVIDER, "URL Template")).containsSame(first);
    assertThat(factories.find(Kind.PROVIDER, "my.module:class")).containsSame(first);
    assertThat(factories.find(Kind.PROVIDER, "url")).isEmpty();
    assertThat(factories.find(Kind.CACHE, "url template")).isEmpty();
  }

  @Test
  void namesMayBeOneOrAList() {
    factories.add(Kind.CACHE, first, named("Disk", 0, 1));
    factories.add(Kind.CACHE, second, named(List.of("s3", "bucket"), 0, 2));
    factories.add(Kind.CACHE, "nameless", Map.of());
    assertThat(factories.find(Kind.CACHE, "disk")).containsSame(first);
    assertThat(factories.find(Kind.CACHE, "S3")).containsSame(second);
  }

  @Test
  void theHighestRankingServesAndOfEqualsTheOldest() {
    factories.add(Kind.EFFECT, "young", named("halftone", 0, 7));
    factories.add(Kind.EFFECT, first, named("halftone", 0, 3));
    assertThat(factories.find(Kind.EFFECT, "halftone")).containsSame(first);
    factories.add(Kind.EFFECT, second, named("Halftone", 5, 9));
    assertThat(factories.find(Kind.EFFECT, "halftone")).containsSame(second);
    factories.remove(Kind.EFFECT, second);
    assertThat(factories.find(Kind.EFFECT, "halftone")).containsSame(first);
  }

  @Test
  void oneThingMayBeFactoryOfSeveralKinds() {
    factories.add(Kind.PROVIDER, first, named("mbtiles", 0, 1));
    factories.add(Kind.CACHE, first, named("mbtiles", 0, 1));
    factories.remove(Kind.CACHE, first);
    assertThat(factories.find(Kind.PROVIDER, "mbtiles")).containsSame(first);
    assertThat(factories.find(Kind.CACHE, "mbtiles")).isEmpty();
  }

  @Test
  void whatIsThereIsFoundWhileOthersComeAndGo() throws InterruptedException {
    factories.add(Kind.PROVIDER, first, named("proxy", 0, 1));
    var missed = new AtomicInteger();
    var isOver = new AtomicBoolean();
    var reader =
        new Thread(
            () -> {
              while (!isOver.get()) {
                if (factories.find(Kind.PROVIDER, "proxy").isEmpty()) {
                  missed.incrementAndGet();
                }
              }
            });
    reader.start();
    for (int i = 0; i < 2000; i++) {
      factories.add(Kind.PROVIDER, second, named("other", i % 3, i));
      factories.remove(Kind.PROVIDER, second);
    }
    isOver.set(true);
    reader.join();
    assertThat(missed).hasValue(0);
  }
}
