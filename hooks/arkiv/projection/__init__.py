"""Archive + rule + build -> `PublicArchive`: the one doorway. `PublicText` is made here and nowhere else."""

from arkiv.projection.assets import AssetDesk
from arkiv.projection.projecting import Projection, project

__all__ = ["AssetDesk", "Projection", "project"]
