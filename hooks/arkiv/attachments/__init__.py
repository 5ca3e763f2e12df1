"""What may be published of a file that is no page: its kind, all it says, and the bytes visitors get."""

from arkiv.attachments.content import Content
from arkiv.attachments.examination import examine
from arkiv.attachments.publication import published
from arkiv.attachments.refusals import UnreadableAttachment
from arkiv.attachments.types import FileType, file_type

__all__ = ["Content", "FileType", "UnreadableAttachment", "examine", "file_type", "published"]
