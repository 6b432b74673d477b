"""What a careful reader would say of a site that can be built: rules over its documents, its plan and its pages."""
