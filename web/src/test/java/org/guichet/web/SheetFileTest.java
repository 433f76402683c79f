package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetFileTest {
  private final List<Object> written = new ArrayList<>();
  private final List<Integer> asked = new ArrayList<>();

  private final Sheet sheet =
      new Sheet() {
        @Override
        public void head(List<String> names) {}

        @Override
        public void row(List<?> cells) {
          written.addAll(cells);
        }

        @Override
        public void close() {}
      };

  private Page<Integer> part(int from, int total) {
    asked.add(from);
    int until = Math.min(total, from + PageRequest.LARGEST);
    return new Page<>(IntStream.range(from, until).boxed().toList(), total);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "499, 1", "500, 2", "501, 2", "1001, 3"})
  void writesEachRowOnceAndAsksForNoPartBehindTheLast(int total, int parts) throws IOException {
    SheetFile.write(sheet, part(0, total), from -> part(from, total), row -> List.of(row));

    assertThat(written).hasSize(total).doesNotHaveDuplicates();
    assertThat(asked).hasSize(parts);
  }
}
