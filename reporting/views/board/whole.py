from typing import Final

from reporting.pages import documents, method
from reporting.views.boardpage import BoardPage

PAGES: Final = (
    BoardPage("documents", "documents/", "documents", documents.documents_page),
    BoardPage("method", "method/", "method", method.method_page),
)
