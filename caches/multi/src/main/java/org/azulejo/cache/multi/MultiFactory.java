package org.azulejo.cache.multi;

import java.util.ArrayList;
import java.util.List;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.TileCache;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one cache of several from {@code {"name": "multi", "tiers": [{...}, {...}]}}. */
@Component
@PluginName({"multi", "TileStache.Caches:Multi", "TileStache.Caches.Multi"})
public final class MultiFactory implements CacheFactory {
  private static final Logger LOG = LoggerFactory.getLogger(MultiFactory.class);

  private static final OptionKey TIERS =
      OptionKey.caches("tiers").required().means("The caches, the quickest first.");
  private static final OptionKey RACE =
      OptionKey.flag("race")
          .or(false)
          .means("Whether all are asked at once, and the first that has the tile answers.");

  @Override
  public TileCache create(Options options) {
    List<TileCache> caches = options.caches("tiers");
    if (caches.isEmpty()) {
      throw options.problem("tiers", "expected a list of at least one cache, found none.");
    }
    var tiers = new ArrayList<Tier>();
    for (TileCache cache : caches) {
      tiers.add(new Tier(options.where() + ".tiers[" + tiers.size() + "]", cache, LOG));
    }
    return new MultiCache(tiers, options.flag(RACE) ? new Race(tiers) : new InTurn(tiers));
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(TIERS, RACE);
  }
}
