"""What an SVG image may be made of: a picture that stands still and shows the same everywhere.

Whatever is not on these lists is refused, so that no trick has to be known. Source: SVG 2,
appendices F (elements) and G (attributes), less what acts, moves, or leads out of the file.
"""

from __future__ import annotations

from typing import Final

SVG: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "http://www.w3.org/1999/xlink"
XML: Final = "http://www.w3.org/XML/1998/namespace"
ALIEN: Final = frozenset({"http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"})
"""Namespaces that a browser acts upon wherever they stand; any other is a note of an editor."""

ELEMENTS: Final = frozenset(
    """svg g defs symbol use title desc metadata style switch path rect circle ellipse line polyline
    polygon text tspan textPath linearGradient radialGradient stop pattern clipPath mask marker
    image view filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG
    feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
    feSpecularLighting feSpotLight feTile feTurbulence""".split()
)

ATTRIBUTES: Final = frozenset(
    """id class style lang role type media title version baseProfile x y x1 y1 x2 y2 cx cy r rx ry
    dx dy fx fy fr z width height d points pathLength rotate textLength lengthAdjust startOffset
    method spacing side offset transform transform-origin viewBox preserveAspectRatio gradientUnits
    gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits
    maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient filterUnits
    primitiveUnits filterRes in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix
    divisor bias targetX targetY edgeMode preserveAlpha kernelUnitLength surfaceScale
    diffuseConstant specularConstant specularExponent limitingConeAngle azimuth elevation
    pointsAtX pointsAtY pointsAtZ scale xChannelSelector yChannelSelector stdDeviation radius
    baseFrequency numOctaves seed stitchTiles tableValues slope intercept amplitude exponent
    systemLanguage requiredFeatures
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters color-profile color-rendering cursor direction display
    dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity
    font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch
    font-style font-variant font-variant-ligatures font-variation-settings font-weight
    glyph-orientation-horizontal glyph-orientation-vertical image-rendering inline-size isolation
    kerning letter-spacing lighting-color line-height marker marker-start marker-mid marker-end mask
    mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-inside
    shape-rendering solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray
    stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
    text-align text-anchor text-decoration text-decoration-line text-indent text-overflow
    text-rendering text-transform unicode-bidi vector-effect visibility white-space word-spacing
    writing-mode""".split()
)

IDLE: Final = frozenset(
    """contentScriptType contentStyleType externalResourcesRequired focusable requiredExtensions
    tabindex zoomAndPan""".split()
)
"""Attributes that editors write and nobody needs; they are left out, as are ``data-…``."""

FUNCTIONS: Final = frozenset(
    """url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix device-cmyk icc-color
    matrix matrix3d translate translate3d translatex translatey scale scale3d scalex scaley rotate
    rotate3d skewx skewy calc min max clamp var path polygon circle ellipse inset rect blur
    brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
    not is where lang nth-child nth-last-child nth-of-type nth-last-of-type""".split()
)
"""Functions of CSS and of transforms that name no other document."""
