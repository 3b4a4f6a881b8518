package org.azulejo.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columnsAreAsWideAsTheyMustBe() {
    var table = new Table("layer", "hits");
    table.row("a long name", 1);
    table.row("b", 12345);
    assertThat(table.toString())
        .isEqualTo("layer        hits\na long name  1\nb            12345\n");
  }

  @Test
  void aNameCannotSteerTheTerminal() {
    var table = new Table("layer");
    table.row("red\u001b[31m\nnext");
    assertThat(table.toString()).isEqualTo("layer\nred [31m next\n");
  }
}
