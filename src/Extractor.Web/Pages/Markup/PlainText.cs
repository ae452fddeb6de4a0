using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Extractor.Web.Pages.Markup;

/// <summary>Text of other hands between tags or in a quoted attribute: no sign in it is markup, and none hides or turns what stands around it.</summary>
static class PlainText
{
    static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static void Encode(StringBuilder target, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        target.Append(s_encoder.Encode(text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && !text.Any(IsHidden) ? text : Visible(text)));
    }

    /// <summary>Signs that command instead of being read stand as their number; line breaks of all kinds are one.</summary>
    public static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (sign == '\r')
            {
                if (at + 1 == text.Length || text[at + 1] != '\n')
                    visible.Append('\n');
            }
            else if (IsHidden(sign))
                visible.Append(CultureInfo.InvariantCulture, $"[U+{(int)sign:X4}]");
            else
                visible.Append(sign);
        }
        return visible.ToString();
    }

    // Direction overrides, isolates and marks; spaces of no width; line separators. The joiners of emoji stay.
    static bool IsHidden(char sign) => char.IsControl(sign)
        ? sign is not ('\n' or '\t' or '\r')
        : sign is '\u00ad' or '\u061c' or '\u200b' or '\u200e' or '\u200f' or (>= '\u2028' and <= '\u202e') or (>= '\u2060' and <= '\u206f') or '\ufeff' or (>= '\ufff9' and <= '\ufffb');
}
