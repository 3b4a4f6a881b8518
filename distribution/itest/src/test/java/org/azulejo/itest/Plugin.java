package org.azulejo.itest;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A plug-in written by a test: one class, compiled and packed as a bundle. */
final class Plugin {
  private Plugin() {}

  /**
   * An effect that paints everything in one colour.
   *
   * @param colour RRGGBB
   */
  static Path painting(String name, String colour, Path folder) throws Exception {
    return painting(name, colour, folder, Map.of());
  }

  /** One whose manifest has more headers. */
  static Path painting(String name, String colour, Path folder, Map<String, String> headers)
      throws Exception {
    return jar(
        name,
        """
        package itest.%1$s;

        @org.osgi.service.component.annotations.Component
        @org.azulejo.api.PluginName("%1$s")
        public class Painter implements org.azulejo.api.EffectFactory {
          public org.azulejo.api.Effect create(org.azulejo.api.Options options) {
            return new Paint();
          }

          static class Paint implements org.azulejo.api.Effect {
            public java.awt.image.BufferedImage apply(java.awt.image.BufferedImage image) {
              for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                  image.setRGB(x, y, 0xff%2$s);
                }
              }
              return image;
            }
          }
        }
        """
            .formatted(name, colour),
        "itest." + name + ".Painter",
        folder,
        headers);
  }

  /** An effect whose factory cannot be made. */
  static Path unmakeable(String name, Path folder) throws Exception {
    return jar(
        name,
        """
        package itest.%1$s;

        @org.osgi.service.component.annotations.Component
        @org.azulejo.api.PluginName("%1$s")
        public class Painter implements org.azulejo.api.EffectFactory {
          public Painter() {
            throw new IllegalStateException("There is no paint.");
          }

          public org.azulejo.api.Effect create(org.azulejo.api.Options options) {
            return image -> image;
          }
        }
        """
            .formatted(name),
        "itest." + name + ".Painter",
        folder);
  }

  /** A bundle of one source file. */
  static Path jar(String name, String source, String className, Path folder) throws Exception {
    return jar(name, source, className, folder, Map.of());
  }

  private static Path jar(
      String name, String source, String className, Path folder, Map<String, String> headers)
      throws Exception {
    Path classes = Files.createTempDirectory(folder, name);
    compile(source, className, classes);
    Path jar = Files.createTempFile(folder, name, ".jar");
    try (var builder = new Builder()) {
      builder.setClasspath(new Jar[] {new Jar("classes", classes.toFile()), api()});
      builder.setProperty("Bundle-SymbolicName", "itest." + name);
      builder.setProperty("Bundle-Version", "1.0." + System.nanoTime());
      builder.setProperty("Private-Package", "itest." + name);
      headers.forEach(builder::setProperty);
      builder.build().write(jar.toFile());
      if (!builder.isOk()) {
        throw new IllegalStateException(builder.getErrors().toString());
      }
    }
    return jar;
  }

  private static Jar api() throws IOException {
    Path classes = Path.of(System.getProperty("azulejo.checkout"), "core/api/target/classes");
    return new Jar("api", classes.toFile());
  }

  private static void compile(String source, String className, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var file = new Source(className, source);
    var said = new StringWriter();
    List<String> options =
        List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
    if (!compiler.getTask(said, null, null, options, null, List.of(file)).call()) {
      throw new IllegalStateException(said.toString());
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(
          URI.create("string:///" + className.replace('.', '/') + ".java"),
          JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
