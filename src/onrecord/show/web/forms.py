"""The form that corrects: what it may say, and its fields as they come over the wire."""

from __future__ import annotations

from collections.abc import AsyncIterable
from typing import Any
from urllib.parse import parse_qs

from onrecord.keep import CHANGES
from onrecord.show.web.guard import MOST_BYTES

MOST_FIELDS = 20
_FIELDS: dict[str, tuple[str, dict[str, Any]]] = {
    "token": ("From a form of this server.", {}),
    "item": ("Id of what is corrected, or how it begins.", {}),
    "change": ("What is changed.", {"enum": list(CHANGES)}),
    "value": ("What to; as `onrecord correct` takes it.", {}),
    "why": ("The reason.", {}),
    "by": ("Who says so.", {}),
}
DESCRIBED: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "properties": {
                        name: {"type": "string", "description": about, **more}
                        for name, (about, more) in _FIELDS.items()
                    },
                    "required": ["token", "item", "change", "by"],
                }
            }
        },
    }
}
"""The form as OpenAPI describes it."""


async def fields_of(stream: AsyncIterable[bytes]) -> dict[str, str]:
    """The fields of a form, the first of each name; none where it is no form of ours."""
    body = bytearray()
    async for piece in stream:
        body += piece
        if len(body) > MOST_BYTES:
            return {}
    try:
        fields = parse_qs(body.decode(errors="replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:  # of more fields than any form of ours has
        return {}
    return {name: values[0] for name, values in fields.items()}
