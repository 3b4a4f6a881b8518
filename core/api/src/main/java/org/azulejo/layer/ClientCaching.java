package org.azulejo.layer;

/**
 * What clients may do with a tile they have, as the header {@code Cache-Control} says it (RFC 9111,
 * RFC 5861). All in seconds, 0 or more.
 *
 * @param maximumAge for which it is as good as new
 * @param staleWhileRevalidate for which it will still do after that, while they ask for it anew
 * @param staleIfError for which it will still do after that, if they ask in vain
 */
public record ClientCaching(int maximumAge, int staleWhileRevalidate, int staleIfError) {}
