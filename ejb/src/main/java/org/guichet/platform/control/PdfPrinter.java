package org.guichet.platform.control;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.xml.DomXmpParser;
import org.apache.xmpbox.xml.XmpParsingException;
import org.apache.xmpbox.xml.XmpSerializer;
import org.guichet.platform.entity.Paper;

/**
 * Prints papers as PDF/A-3u that screen readers can read (PDF/UA): text stays text, its fonts are
 * inside. Nothing is loaded from anywhere, and the same paper gives the same bytes.
 */
public final class PdfPrinter {
  static {
    XRLog.setLoggingEnabled(false); // it speaks of what it lays out, on the server's error stream
  }

  private static final String FONTS = "/liberation/Liberation";
  private static final int NORMAL = 400;
  private static final int BOLD = 700;

  private PdfPrinter() {}

  /** Prints a paper. Leaves the stream open. */
  public static void print(Paper paper, OutputStream out) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withW3cDocument(PaperMarkup.of(paper), "about:blank");
    builder.useExternalResourceAccessControl(
        (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.useExternalResourceAccessControl(
        (address, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.withProducer(paper.office());
    font(builder, "Sans-Regular", "sans", NORMAL);
    font(builder, "Sans-Bold", "sans", BOLD);
    font(builder, "Sans-Regular", "serif", NORMAL); // what nothing says otherwise of
    font(builder, "Mono-Regular", "mono", NORMAL);
    builder.toStream(new ByteArrayOutputStream()); // it is written below, once it is dated
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      date(document, paper.made());
      document.setDocumentId(id(paper));
      document.save(out);
    }
  }

  private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
    builder.useFont(opener(FONTS + file + ".ttf"), family, weight, FontStyle.NORMAL, true);
  }

  private static FSSupplier<InputStream> opener(String resource) {
    return () -> Objects.requireNonNull(PdfPrinter.class.getResourceAsStream(resource), resource);
  }

  /** Else it would say when it was printed, and be another file each time. */
  private static void date(PDDocument document, Instant made) throws IOException {
    Calendar time = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    time.setTimeInMillis(made.toEpochMilli());
    PDDocumentInformation information = document.getDocumentInformation();
    information.setCreationDate(time);
    information.setModificationDate(time);
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    try (InputStream in = metadata.exportXMPMetadata()) {
      DomXmpParser parser = new DomXmpParser();
      parser.setStrictParsing(false);
      XMPMetadata told = parser.parse(in);
      XMPBasicSchema basic = told.getXMPBasicSchema();
      basic.setCreateDate(time);
      basic.setModifyDate(time);
      basic.setMetadataDate(time);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new XmpSerializer().serialize(told, bytes, true);
      metadata.importXMPMetadata(bytes.toByteArray());
    } catch (XmpParsingException | TransformerException e) {
      throw new IOException(e); // it was written a moment ago
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Long id(Paper paper) {
    return paper.made().toEpochMilli() * 31
        + (paper.title() + paper.about() + paper.language()).hashCode();
  }
}
