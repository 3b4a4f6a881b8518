package org.azulejo.itest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** A browser with somebody in front of it, who reads, types and clicks. */
final class Browser implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromeDriver driver;
  private final URI server;

  private Browser(ChromeDriver driver, URI server) {
    this.driver = driver;
    this.server = server;
  }

  /** Ends the test if there is none on this machine. */
  static Browser at(URI server, Path folder) {
    assumeTrue(Files.isExecutable(PROGRAM), "Chromium is not here");
    assumeTrue(Files.isExecutable(DRIVER), "The driver of Chromium is not here");
    var options = new ChromeOptions();
    options.setBinary(PROGRAM.toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run");
    options.addArguments("--disable-background-networking", "--disable-component-update");
    options.addArguments("--disable-dev-shm-usage", "--disable-sync", "--window-size=1280,1200");
    options.addArguments("--user-data-dir=" + folder.resolve("chromium"));
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .withLogFile(folder.resolve("chromedriver.log").toFile())
            .build();
    return new Browser(new ChromeDriver(service, options), server);
  }

  /** Makes the window that wide and high. */
  void resize(int width, int height, boolean isPhone) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", isPhone));
  }

  void open(String path) {
    driver.get(server.resolve(path).toString());
  }

  /** What can be read on the page. */
  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** What can be read in the first place that the selector finds. */
  String text(String selector) {
    return driver.findElement(By.cssSelector(selector)).getText();
  }

  boolean has(String selector) {
    return count(selector) > 0;
  }

  int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  void await(String words) throws Exception {
    Eventually.that("the page says \"" + words + "\"", () -> says(words));
  }

  /** Between two pages there is nothing to read. */
  private boolean says(String words) {
    try {
      return text().contains(words);
    } catch (WebDriverException e) {
      return false;
    }
  }

  /** Chooses from a list that is found by the name of its field. */
  void choose(String name, String option) {
    driver.findElement(By.name(name)).sendKeys(option);
  }

  private WebElement field(String label) {
    String id =
        driver
            .findElement(By.xpath("//label[normalize-space()='" + label + "']"))
            .getDomAttribute("for");
    return driver.findElement(By.id(id));
  }

  /** Replaces what is in the field with this label; picks a file, if it is one for files. */
  void type(String label, String text) {
    WebElement field = field(label);
    if (!"file".equals(field.getDomAttribute("type"))) {
      field.clear();
    }
    field.sendKeys(text);
  }

  /** Clicks on the button or link of these words. */
  void click(String words) {
    String named = "[normalize-space()='%s' or @aria-label='%s']".formatted(words, words);
    List<WebElement> found =
        driver.findElements(By.xpath("//button%1$s | //a%1$s".formatted(named)));
    WebElement first = found.stream().filter(WebElement::isDisplayed).findFirst().orElseThrow();
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", first);
    first.click();
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Presses a key, wherever the focus is. */
  void press(Keys key) {
    new Actions(driver).sendKeys(key).perform();
  }

  /** The colour in the middle of what the selector finds, as RRGGBB; as it is on the screen. */
  String colour(String selector) throws IOException {
    WebElement element = driver.findElement(By.cssSelector(selector));
    BufferedImage seen =
        ImageIO.read(new ByteArrayInputStream(element.getScreenshotAs(OutputType.BYTES)));
    int pixel = seen.getRGB(seen.getWidth() / 2, seen.getHeight() / 2);
    return "%06x".formatted(pixel & 0xffffff);
  }

  /** Whether the focus is in the frame on the page. */
  boolean isInFrame() {
    return driver.switchTo().activeElement().getTagName().equals("iframe");
  }

  /** A picture of all of the page. */
  void photograph(Path file) throws IOException {
    Map<String, Object> shot =
        driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
