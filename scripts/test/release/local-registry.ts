import { mkdir, writeFile } from "node:fs/promises";
import { Server } from "node:http";
import { join } from "node:path";
import { runServer } from "verdaccio";
import { runOrFail } from "../packed-packages.ts";

/** What a registry knows of a package. */
export interface PublishedPackage {
  /** In the order in which they came. */
  readonly versions: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** A registry on this machine that has nothing but what is published to it. */
export interface LocalRegistry {
  /** With a slash at its end. */
  readonly url: string;
  /** @returns undefined for a package that it does not have */
  readonly published: (name: string) => Promise<PublishedPackage | undefined>;
  /** Fetches the tarball of a version; returns the folder that it is unpacked into. */
  readonly unpack: (name: string, version: string) => Promise<string>;
  readonly end: () => Promise<void>;
}

/** The parts of an answer of a registry that are read here. */
interface Packument {
  readonly "dist-tags": Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, { readonly dist: { readonly tarball: string } }>>;
}

/**
 * Starts a registry at a port that is free. It asks no other registry.
 *
 * @param folder where it keeps what is published
 */
export async function startRegistry(folder: string): Promise<LocalRegistry> {
  await mkdir(folder, { recursive: true });
  const config = join(folder, "config.yaml");
  const server: unknown = await runServer({
    self_path: config,
    configPath: config,
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd") } },
    uplinks: {},
    packages: { "**": { access: ["$all"], publish: ["$all"], unpublish: ["$all"] } },
    web: { enable: false },
    log: { type: "stdout", format: "json", level: "fatal" },
  } as unknown as Parameters<typeof runServer>[0]);
  if (!(server instanceof Server)) throw new Error("The registry is no server.");
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const url = `http://127.0.0.1:${port}/`;

  const packument = async (name: string): Promise<Packument | undefined> => {
    const answer = await fetch(url + encodeURIComponent(name));
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`The registry answers ${answer.status} to ${name}.`);
    return (await answer.json()) as Packument;
  };
  return {
    url,
    published: async (name) => {
      const found = await packument(name);
      return found && { versions: Object.keys(found.versions), tags: found["dist-tags"] };
    },
    unpack: async (name, version) => {
      const found = (await packument(name))?.versions[version];
      if (found === undefined) throw new Error(`The registry has no ${name}@${version}.`);
      const unpacked = join(folder, "unpacked", name, version);
      await mkdir(unpacked, { recursive: true });
      const tarball = join(unpacked, "package.tgz");
      const answer = await fetch(found.dist.tarball);
      await writeFile(tarball, new Uint8Array(await answer.arrayBuffer()));
      await runOrFail("tar", ["-xzf", tarball, "-C", unpacked]);
      return join(unpacked, "package");
    },
    end: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
