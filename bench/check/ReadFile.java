import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.guichet.flux.Certification;
import org.guichet.flux.Finding;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.flux.FluxSink;
import org.guichet.flux.Passage;
import org.guichet.flux.Severities;
import org.guichet.flux.check.ContentChecks;

/** Reads one file with all checks. Arguments: the file, how many passages, how many bad ones. */
public final class ReadFile implements FluxSink {
  private int passages;
  private int bad;

  private ReadFile() {}

  public static void main(String[] arguments) throws IOException {
    ReadFile sink = new ReadFile();
    FluxEnd end;
    try (InputStream file = Files.newInputStream(Path.of(arguments[0]))) {
      end =
          new FluxReader()
              .read(
                  file,
                  ContentChecks.checking(LocalDate.of(2026, 2, 1), Severities.USUAL),
                  sink);
    }
    String told = end.how() + " " + sink.passages + " " + sink.bad;
    if (!told.equals("COMPLETE " + arguments[1] + " " + arguments[2])) {
      throw new IllegalStateException(told);
    }
  }

  @Override
  public boolean header(FluxHeader header) {
    return true;
  }

  @Override
  public boolean passage(Passage passage) {
    passages++;
    bad += passage.firstBlocking() == null ? 0 : 1;
    return true;
  }

  @Override
  public void certification(Certification certification) {
    // its findings come as such
  }

  @Override
  public void finding(Finding finding) {
    throw new IllegalStateException(finding.toString());
  }
}
