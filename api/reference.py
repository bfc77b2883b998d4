"""The OpenAPI document as a page shows it: operations by collection, in plain values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from api.errors import PROBLEM

Document = Mapping[str, Any]
METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True)
class Member:
    """A parameter, or a field of a body: its name, what it takes, and whether it must be there."""

    name: str
    kind: str
    words: str
    is_required: bool


@dataclass(frozen=True)
class Operation:
    """What one method does at one address."""

    anchor: str
    method: str
    path: str
    words: str
    parameters: list[Member]
    sends: str
    fields: list[Member]
    replies: str
    reply_fields: list[Member]
    problems: str


@dataclass(frozen=True)
class Group:
    """The operations of a collection."""

    name: str
    operations: list[Operation]


def groups(document: Document) -> list[Group]:
    """Operations by the collection their address begins with."""
    found: dict[str, list[Operation]] = {}
    for path, methods in document["paths"].items():
        name = path.removeprefix("/api/v1/").partition("/")[0] or "/api/v1/"
        operations = [
            operation(path, method, methods[method], document)
            for method in METHODS
            if method in methods
        ]
        found.setdefault(name, []).extend(operations)
    return [Group(name, operations) for name, operations in found.items()]


def operation(path: str, method: str, described: Document, document: Document) -> Operation:
    """One operation."""
    sent, sends = body_of(described.get("requestBody", {}), document)
    status, reply = next((s, r) for s, r in described["responses"].items() if s.startswith("2"))
    answered, name = body_of(reply, document)
    problems = [
        s for s, each in described["responses"].items() if PROBLEM in each.get("content", {})
    ]
    return Operation(
        anchor=described["operationId"],
        method=method.upper(),
        path=path,
        words=described.get("description", ""),
        parameters=[parameter(each) for each in described.get("parameters", [])],
        sends=sends,
        fields=members(sent, document),
        replies=f"{status} {name}".strip(),
        reply_fields=members(answered, document),
        problems=", ".join(problems),
    )


def body_of(described: Document, document: Document) -> tuple[Document, str]:
    """The schema of a body and its name; of a page or a list, that of what it lists."""
    for content in described.get("content", {}).values():
        return resolved(content["schema"], document)
    return {}, ""


def resolved(schema: Document, document: Document) -> tuple[Document, str]:
    """Follow a reference, or look into a list, to the object that is meant."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        target: Document = document["components"]["schemas"][name]
        results = target.get("properties", {}).get("results")
        if results:
            return resolved(results, document)
        return target, name.removesuffix("Description")
    if schema.get("type") == "array":
        found, name = resolved(schema["items"], document)
        return found, f"[{name}]"
    return schema, ""


def members(schema: Document, document: Document) -> list[Member]:
    """The fields of an object."""
    required = schema.get("required", [])
    return [
        Member(name, kind_of(each, document), each.get("description", ""), name in required)
        for name, each in schema.get("properties", {}).items()
    ]


def parameter(described: Document) -> Member:
    """A parameter of the query, the path or a header."""
    where = "" if described["in"] == "query" else f" ({described['in']})"
    words = described.get("description", "")
    kind = kind_of(described["schema"], {}) + where
    return Member(described["name"], kind, words, described.get("required", False))


def kind_of(schema: Document, document: Document) -> str:
    """What a value may be, in few words."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2]).removesuffix("Description")
    if "enum" in schema:
        return one_of(schema["enum"])
    for several in ("oneOf", "anyOf", "allOf"):
        if several in schema:
            return " | ".join(dict.fromkeys(kind_of(each, document) for each in schema[several]))
    kind = schema.get("type", "any")
    if kind == "array":
        return f"[{kind_of(schema['items'], document)}]"
    names = [kind] if isinstance(kind, str) else list(kind)
    return " | ".join(schema.get("format", name) if name != "null" else name for name in names)


def one_of(values: Iterable[Any]) -> str:
    """The values there are."""
    return " | ".join("null" if value is None else str(value) for value in values)
