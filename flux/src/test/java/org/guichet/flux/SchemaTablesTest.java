package org.guichet.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class SchemaTablesTest {
  private static final String HOLDER = Paths.HOLDER + "/titulaire";

  @Test
  void tellWhatASimpleElementMayHold() {
    ValueRule sex = value(HOLDER + "/sexe");
    assertThat(sex.type()).isEqualTo(ValueRule.Type.TEXT);
    assertThat(sex.allowed()).containsExactly("M", "F");
    assertThat(value(HOLDER + "/nomNaissance").minLength()).isEqualTo(1);
    assertThat(value(HOLDER + "/nomNaissance").maxLength()).isEqualTo(60);
    assertThat(value(HOLDER + "/codePaysNaissance").minLength()).isEqualTo(3);
    assertThat(value(HOLDER + "/codePaysNaissance").maxLength()).isEqualTo(3);
    ValueRule month = value(HOLDER + "/moisNaissance");
    assertThat(month.type()).isEqualTo(ValueRule.Type.INTEGER);
    assertThat(month.minimum()).isEqualTo(1);
    assertThat(month.maximum()).isEqualTo(12);
    assertThat(value(Paths.PASSAGE + "/donneeCertifiee").type()).isEqualTo(ValueRule.Type.BOOLEAN);
    assertThat(value(Paths.PASSAGE + "/dateDebutValidite").type()).isEqualTo(ValueRule.Type.DATE);
    assertThat(value(Paths.FLUX + "/horodatage").type()).isEqualTo(ValueRule.Type.DATE_TIME);
    assertThat(value(Paths.HOLDER + "/identifiantNational/nir").pattern()).startsWith("[12]");
  }

  @Test
  void tellWhatAnElementHoldsAndWhetherItMustBeThere() {
    assertThat(rule(Paths.PASSAGE).kind()).isEqualTo(ElementRule.Kind.ALL);
    assertThat(rule(Paths.PASSAGE).repeats()).isTrue();
    assertThat(rule(Paths.HOLDER).kind()).isEqualTo(ElementRule.Kind.ONE_OF);
    assertThat(rule(Paths.HOLDER).children())
        .extracting(ElementRule::name)
        .containsExactly("dossierFormation", "titulaire", "identifiantNational");
    ElementRule results = rule(Paths.PASSAGE + "/niveauNumeriqueEuropeen/resultats");
    assertThat(results.kind()).isEqualTo(ElementRule.Kind.LIST);
    assertThat(results.required()).isFalse();
    assertThat(results.children().get(0).required()).isFalse();
    assertThat(rule(Paths.PASSAGE + "/scoring").nillable()).isTrue();
    assertThat(rule(Paths.PASSAGE + "/scoring").required()).isTrue();
    assertThat(rule(Paths.PASSAGE + "/idTechnique").nillable()).isFalse();
  }

  @Test
  void ignorePositionsAndKnowNothingOfWhatIsNotInTheSchema() {
    String path = Paths.PASSAGE.replace("certification/", "certification[3]/") + "[12]/scoring";
    assertThat(rule(path)).isSameAs(rule(Paths.PASSAGE + "/scoring"));
    assertThat(SchemaTables.flux().element(Paths.PASSAGE + "/nothing")).isNull();
    assertThat(SchemaTables.flux().element("")).isNull();
  }

  @Test
  void knowEveryFieldThatTheReaderCollects() {
    assertThat(Arrays.stream(Field.values()).map(Field::path))
        .allMatch(path -> SchemaTables.flux().element(path) != null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<xs:element name='a' type='xs:token'/>",
        "<xs:element name='a' type='none'/>",
        "<xs:element name='a' type='xs:string' default='x'/>",
        "<xs:element name='a' type='xs:string' maxOccurs='7'/>",
        "<xs:element name='a'/>",
        "<xs:element name='a'><xs:complexType/></xs:element>",
        "<xs:element name='a'><xs:complexType mixed='true'><xs:all/></xs:complexType></xs:element>",
        "<xs:element name='a'><xs:complexType><xs:all/><xs:attribute name='b'/></xs:complexType>"
            + "</xs:element>",
        "<xs:element name='a'><xs:complexType><xs:all minOccurs='0'/></xs:complexType></xs:element>",
        "<xs:element name='a'><xs:complexType><xs:sequence><xs:any/></xs:sequence></xs:complexType>"
            + "</xs:element>",
        "<xs:element name='a'><xs:complexType><xs:sequence/></xs:complexType></xs:element>",
        "<xs:element name='a'><xs:complexType><xs:choice><xs:element name='b' minOccurs='0'"
            + " type='xs:int'/></xs:choice></xs:complexType></xs:element>",
        "<xs:element name='a'><xs:simpleType><xs:list itemType='xs:int'/></xs:simpleType>"
            + "</xs:element>",
        "<xs:element name='a'><xs:simpleType><xs:restriction base='xs:string'><xs:whiteSpace"
            + " value='collapse'/></xs:restriction></xs:simpleType></xs:element>",
        "<xs:element name='a'><xs:simpleType><xs:restriction base='xs:int'><xs:totalDigits"
            + " value='2'/></xs:restriction></xs:simpleType></xs:element>",
        "<xs:element name='a'><xs:simpleType><xs:restriction base='xs:string'><xs:pattern"
            + " value='\\i\\c*'/></xs:restriction></xs:simpleType></xs:element>",
        "<xs:element name='a'><xs:simpleType><xs:restriction base='xs:string'><xs:pattern"
            + " value='a'/><xs:pattern value='b'/></xs:restriction></xs:simpleType></xs:element>",
        "<xs:element name='a' type='b'/><xs:complexType name='b'><xs:all><xs:element name='c'"
            + " type='b'/></xs:all></xs:complexType>",
        "<xs:import namespace='urn:x'/>"
      })
  void refuseASchemaThatTheyDoNotUnderstand(String declarations) {
    assertThatThrownBy(() -> new SchemaCompiler(schema(declarations)).root("a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("don't know");
  }

  @Test
  void understandASmallSchema() throws Exception {
    ElementRule rule =
        new SchemaCompiler(
                schema(
                    "<xs:element name='a'><xs:complexType><xs:sequence><xs:element name='b'"
                        + " type='xs:int' maxOccurs='unbounded'/></xs:sequence></xs:complexType>"
                        + "</xs:element>"))
            .root("a");
    assertThat(rule.children().get(0).path()).isEqualTo("/a/b");
  }

  private static ElementRule rule(String path) {
    return Objects.requireNonNull(SchemaTables.flux().element(path), path);
  }

  private static ValueRule value(String path) {
    return Objects.requireNonNull(rule(path).value(), path);
  }

  private static org.w3c.dom.Document schema(String declarations)
      throws ParserConfigurationException, IOException, SAXException {
    String schema =
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:x'"
            + " targetNamespace='urn:x' elementFormDefault='qualified'>"
            + declarations
            + "</xs:schema>";
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(schema)));
  }
}
