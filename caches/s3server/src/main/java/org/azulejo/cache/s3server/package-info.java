/** A real S3 server for the tests of caches. */
@NullMarked
package org.azulejo.cache.s3server;

import org.jspecify.annotations.NullMarked;
