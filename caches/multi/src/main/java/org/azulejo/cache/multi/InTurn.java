package org.azulejo.cache.multi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileKey;

/** Asks one after another, and brings what one has to those before. */
record InTurn(List<Tier> tiers) implements Reading {
  @Override
  public Optional<EncodedTile> readSince(TileKey key, Instant moment) throws InterruptedException {
    for (int i = 0; i < tiers.size(); i++) {
      Optional<EncodedTile> tile = tiers.get(i).readSince(key, moment);
      if (tile.isPresent()) {
        bringForward(key, tile.get(), moment, i);
        return tile;
      }
    }
    return Optional.empty();
  }

  private void bringForward(TileKey key, EncodedTile tile, Instant moment, int from)
      throws InterruptedException {
    for (Tier earlier : tiers.subList(0, from)) {
      earlier.keep(key, tile, moment);
    }
  }
}
