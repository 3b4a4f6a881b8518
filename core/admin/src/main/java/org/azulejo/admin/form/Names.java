package org.azulejo.admin.form;

/** How fields are called. */
final class Names {
  private static final String JSON = "#json";
  private static final String KEPT = "#kept";
  private static final String REST = "#rest";

  private Names() {}

  static String of(String prefix, String key) {
    return prefix + "/" + key;
  }

  /** Of the field with the value as JSON. */
  static String json(String name) {
    return name + JSON;
  }

  /** Of the field that says that a secret stays as it is. */
  static String kept(String name) {
    return name + KEPT;
  }

  /** Of the field with all that no key describes. */
  static String rest(String prefix) {
    return prefix + REST;
  }
}
