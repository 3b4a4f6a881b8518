package org.azulejo.engine.image;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.internal.NativeLoader;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/**
 * Our own copy of the WebP library. Its native part is loaded when first used, from a file that is
 * this class loader's alone, so that several copies live side by side in one process.
 */
final class WebpLibrary {
  private WebpLibrary() {}

  /**
   * @throws IOException with a sentence, if the library does not run on this machine
   */
  static ImageWriter writer() throws IOException {
    load();
    return new WebPImageWriterSpi().createWriterInstance(null);
  }

  /**
   * @throws IOException with a sentence, if the library does not run on this machine
   */
  static ImageReader reader() throws IOException {
    load();
    return new WebPImageReaderSpi().createReaderInstance(null);
  }

  private static void load() throws IOException {
    try {
      if (NativeLoader.initialize()) {
        return;
      }
    } catch (RuntimeException | LinkageError e) {
      throw new IOException(missing(), e);
    }
    throw new IOException(missing());
  }

  private static String missing() {
    return "WebP pictures cannot be read or written on this machine (%s, %s)."
        .formatted(System.getProperty("os.name"), System.getProperty("os.arch"));
  }
}
