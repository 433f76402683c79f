package org.guichet.account.control;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.Kind;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.platform.entity.Permission;
import org.jspecify.annotations.Nullable;

/** The catalogue as it lies in its file, bound to the elements of catalogue.xsd. */
@XmlRootElement(name = "catalogue", namespace = CatalogueXml.NAMESPACE)
@SuppressWarnings("NullAway.Init") // filled by the binding; the schema sees to it that all is there
final class CatalogueXml {
  static final String NAMESPACE = "urn:guichet:catalogue:1";

  @XmlElement(name = "service", namespace = NAMESPACE)
  List<ServiceXml> services = new ArrayList<>();

  Catalogue catalogue() {
    return new Catalogue(services.stream().map(ServiceXml::service).toList());
  }

  /** What everything has. */
  @XmlType(name = "named")
  static class NamedXml {
    @XmlAttribute String code;

    @XmlElement(namespace = NAMESPACE)
    String fr;

    @XmlElement(namespace = NAMESPACE)
    String en;

    Names names() {
      return new Names(fr, en);
    }
  }

  @XmlType(name = "service")
  static final class ServiceXml extends NamedXml {
    /** What a service has where the file gives it no group: every service has one. */
    private static final Names DEFAULT_GROUP = new Names("Groupe par défaut", "Default group");

    @XmlAttribute boolean connected;

    @XmlElement(name = "profile-group", namespace = NAMESPACE)
    List<ProfileGroupXml> profileGroups = new ArrayList<>();

    @XmlElement(name = "group", namespace = NAMESPACE)
    List<GroupXml> groups = new ArrayList<>();

    Catalogue.Application service() {
      return new Catalogue.Application(
          code,
          names(),
          connected,
          profileGroups.stream().map(g -> group(g, g.profiles)).toList(),
          groups.isEmpty()
              ? List.of(new Catalogue.RightGroup(code + "-DEFAUT", DEFAULT_GROUP, List.of()))
              : groups.stream().map(g -> group(g, g.roles)).toList());
    }

    private static Catalogue.RightGroup group(NamedXml group, List<RightXml> rights) {
      return new Catalogue.RightGroup(
          group.code, group.names(), rights.stream().map(RightXml::right).toList());
    }
  }

  @XmlType(name = "profileGroup")
  static final class ProfileGroupXml extends NamedXml {
    @XmlElement(name = "profile", namespace = NAMESPACE)
    List<RightXml> profiles = new ArrayList<>();
  }

  @XmlType(name = "group")
  static final class GroupXml extends NamedXml {
    @XmlElement(name = "role", namespace = NAMESPACE)
    List<RightXml> roles = new ArrayList<>();
  }

  @XmlType(name = "right")
  static final class RightXml extends NamedXml {
    @XmlAttribute String kind;
    @XmlAttribute @Nullable String exclusion;

    @XmlElement(name = "permission", namespace = NAMESPACE)
    List<Permission> permissions = new ArrayList<>();

    Catalogue.Right right() {
      Set<Permission> allowed = EnumSet.noneOf(Permission.class);
      allowed.addAll(permissions);
      return new Catalogue.Right(
          code,
          names(),
          kind.equals("administrator") ? Kind.ADMINISTRATOR : Kind.USER,
          allowed,
          Optional.ofNullable(exclusion));
    }
  }
}
