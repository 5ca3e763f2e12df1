"""Word, Excel, PowerPoint and OpenDocument files: zip packages of XML."""
