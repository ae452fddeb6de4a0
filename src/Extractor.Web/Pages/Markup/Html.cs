using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Extractor.Web.Pages.Markup;

/// <summary>
/// Markup that may be sent as it is. The only way to make some is an interpolated string: what is written in the program is
/// markup, what stands in a hole is text, unless it is markup already.
/// </summary>
readonly record struct Html
{
    readonly string? _value;

    Html(string value) => _value = value;

    public static Html Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(_value);

    public static Html Of(Holes markup) => new(markup.Take());

    /// <summary>A name of other hands, which may run from right to left.</summary>
    public static Html Name(string? name) => Of($"<bdi>{name}</bdi>");

    public override string ToString() => _value ?? "";

    /// <summary>The parts of an interpolated string as the compiler hands them over.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Holes(int literalLength, int formattedCount)
    {
        readonly StringBuilder _text = new(literalLength + formattedCount * 16);

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) => PlainText.Encode(_text, text);

        public void AppendFormatted(Html html) => _text.Append(html._value);

        public void AppendFormatted(IEnumerable<Html> parts)
        {
            foreach (var part in parts)
                _text.Append(part._value);
        }

        public void AppendFormatted(long number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(Guid id) => _text.Append(CultureInfo.InvariantCulture, $"{id}");

        internal string Take() => _text.ToString();
    }
}
