"""Style, script and pictures: collected once a release, named by their content, compressed."""

from typing import Any

import brotli
from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

# The best quality takes ten times as long and saves less than one kilobyte in a hundred.
QUALITY = 9


class StaticFiles(StaticFilesConfig):
    """Without what packages bring and no page asks for: a browsable API, source maps."""

    ignore_patterns = [  # noqa: RUF012
        *StaticFilesConfig.ignore_patterns,
        "*.map",
        "rest_framework",
    ]


class QuickCompressor(Compressor):
    @staticmethod
    def compress_brotli(data: bytes) -> bytes:
        return brotli.compress(data, quality=QUALITY)


class Storage(CompressedManifestStaticFilesStorage):
    """Scripts name source maps that are not collected, so those references stay as they are."""

    patterns = tuple(
        (kind, tuple(rule for rule in rules if "sourceMappingURL" not in rule[0]))
        for kind, rules in CompressedManifestStaticFilesStorage.patterns
    )

    def create_compressor(self, **options: Any) -> Compressor:
        return QuickCompressor(**options)
