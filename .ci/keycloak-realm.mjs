// A realm of Keycloak for an MCP server, by the admin REST API: scopes, clients, people, organizations.

import { randomUUID } from "node:crypto";

const SCOPES = ["polytomic:read", "polytomic:write", "polytomic:admin"];

export class Realm {
  /**
   * Makes the realm.
   *
   * keycloak   where Keycloak is
   * name       of the realm
   * resource   the server's canonical URI, which is the id of its own client, too: tokens that were
   *            asked for with it (RFC 8707) have no other audience, and only a client among the
   *            audiences may exchange and introspect them
   */
  static async create(keycloak, name, resource) {
    const realm = new Realm(keycloak, name);
    await realm.admin("POST", "/admin/realms", {
      realm: name,
      enabled: true,
      sslRequired: "none",
      organizationsEnabled: true,
    });
    await realm.clients(resource);
    for (const person of ["ada", "grace"]) {
      await realm.admin("POST", realm.path("/users"), {
        username: person,
        enabled: true,
        email: `${person}@example.com`,
        emailVerified: true,
        firstName: person,
        lastName: person,
        credentials: [{ type: "password", value: person, temporary: false }],
      });
    }
    await realm.organization("acme", ["ada", "grace"]);
    await realm.organization("globex", ["grace"]);
    await realm.idsInOrganizationClaim();
    return realm;
  }

  constructor(keycloak, name) {
    this.keycloak = keycloak;
    this.name = name;
    this.issuer = `${keycloak}/realms/${name}`;
    this.client = "mcp-client";
    this.secret = randomUUID();
    this.organizations = {};
  }

  path(rest) {
    return `/admin/realms/${this.name}${rest}`;
  }

  /** Asks the admin API; the token is good for a minute, so each time for a new one. */
  async admin(method, path, body) {
    const login = await fetch(`${this.keycloak}/realms/master/protocol/openid-connect/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "password",
        client_id: "admin-cli",
        username: process.env.KC_BOOTSTRAP_ADMIN_USERNAME,
        password: process.env.KC_BOOTSTRAP_ADMIN_PASSWORD,
      }),
    });
    const { access_token: bearer } = await login.json();
    const answer = await fetch(this.keycloak + path, {
      method,
      headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  async clients(resource) {
    await this.admin("POST", this.path("/clients"), {
      clientId: resource,
      protocol: "openid-connect",
      publicClient: false,
      standardFlowEnabled: false,
      serviceAccountsEnabled: true,
      secret: this.secret,
      attributes: { "standard.token.exchange.enabled": "true" },
    });
    await this.admin("POST", this.path("/clients"), {
      clientId: "polytomic-api",
      protocol: "openid-connect",
      publicClient: false,
      standardFlowEnabled: false,
    });
    for (const scope of SCOPES) await this.scope(scope, resource);
    await this.scope("polytomic-api", "polytomic-api");
    await this.admin("POST", this.path("/clients"), {
      clientId: this.client,
      protocol: "openid-connect",
      publicClient: true,
      // The clients choose ports of their own.
      redirectUris: ["*"],
      attributes: { "pkce.code.challenge.method": "S256" },
      defaultClientScopes: ["basic"],
      optionalClientScopes: [...SCOPES, "organization", "offline_access"],
    });
    const [own] = await this.admin(
      "GET", this.path(`/clients?clientId=${encodeURIComponent(resource)}`),
    );
    const scopes = await this.admin("GET", this.path("/client-scopes"));
    const id = scopes.find(({ name }) => name === "polytomic-api").id;
    await this.admin("PUT", this.path(`/clients/${own.id}/default-client-scopes/${id}`));
  }

  /** A scope whose tokens are for an audience. */
  scope(name, audience) {
    return this.admin("POST", this.path("/client-scopes"), {
      name,
      protocol: "openid-connect",
      attributes: { "include.in.token.scope": "true" },
      protocolMappers: [
        {
          name: "audience",
          protocol: "openid-connect",
          protocolMapper: "oidc-audience-mapper",
          config: {
            "included.client.audience": audience,
            "access.token.claim": "true",
            "introspection.token.claim": "true",
          },
        },
      ],
    });
  }

  async organization(name, people) {
    await this.admin("POST", this.path("/organizations"), {
      name,
      alias: name,
      enabled: true,
      domains: [{ name: `${name}.example`, verified: false }],
    });
    const [made] = await this.admin("GET", this.path(`/organizations?search=${name}&exact=true`));
    this.organizations[name] = made.id;
    for (const person of people) {
      const [user] = await this.admin("GET", this.path(`/users?username=${person}&exact=true`));
      await this.admin("POST", this.path(`/organizations/${made.id}/members`), user.id);
    }
  }

  /** {"acme": {"id": "..."}} in place of ["acme"]. */
  async idsInOrganizationClaim() {
    const scopes = await this.admin("GET", this.path("/client-scopes"));
    const scope = scopes.find(({ name }) => name === "organization");
    const models = this.path(`/client-scopes/${scope.id}/protocol-mappers/models`);
    const mapper = (await this.admin("GET", models)).find(
      ({ protocolMapper }) => protocolMapper === "oidc-organization-membership-mapper",
    );
    mapper.config = { ...mapper.config, addOrganizationId: "true", "jsonType.label": "JSON" };
    await this.admin("PUT", `${models}/${mapper.id}`, mapper);
  }

  /** Signs with a new key from now on; tokens of the old one stay good. */
  async rotate() {
    const { id } = await this.admin("GET", this.path(""));
    await this.admin("POST", this.path("/components"), {
      name: `rsa-${randomUUID()}`,
      providerId: "rsa-generated",
      providerType: "org.keycloak.keys.KeyProvider",
      parentId: id,
      config: { priority: ["1000"], algorithm: ["RS256"], enabled: ["true"], active: ["true"] },
    });
  }

  async endSessions(person) {
    const [user] = await this.admin("GET", this.path(`/users?username=${person}&exact=true`));
    await this.admin("POST", this.path(`/users/${user.id}/logout`));
  }
}
