using Extractor.Core.Text;

namespace Extractor.Core.Layouts;

enum BlockKind { Body, Headline, Cells }

/// <summary>A paragraph, a headline or a run of table lines, as a span of the page's view.</summary>
readonly record struct Block(BlockKind Kind, TextSpan Span, bool Marked);
