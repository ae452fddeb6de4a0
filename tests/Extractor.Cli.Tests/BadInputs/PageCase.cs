using System.Text;
using Extractor.Core.Text;

namespace Extractor.Cli.Tests.BadInputs;

/// <summary>A file that some day lies in a folder of pages, and what must become of it.</summary>
/// <param name="Name">The file's name, after which the case is called.</param>
/// <param name="Outcome"><c>new</c>, or the reason for which it is skipped.</param>
/// <param name="Values">The values of its claims in the order of the text; null where the case is not about them.</param>
/// <param name="Text">What must be stored where that is not the bytes as UTF-8; null where it is.</param>
sealed record PageCase(string Name, byte[] Bytes, string Outcome, string? Values = null, string? Text = null)
{
    /// <summary>One claim of 15,000,000 {件}.</summary>
    public const string Sentence = "2021年，全区快递业务量1500万件。";

    public const string Value = "15000000";

    static PageCase() => SourceText.Decode([]);

    public static PageCase Of(string name, string text, string outcome = "new", string? values = null) => new(name, Encoding.UTF8.GetBytes(text), outcome, values);

    /// <summary>A page in some charset, which must be stored as what it says.</summary>
    public static PageCase In(string charset, string name, string text, bool bom = false, string values = Value)
    {
        var encoding = Encoding.GetEncoding(charset);
        return new(name, [.. bom ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)], "new", values, text);
    }

    public override string ToString() => Name;
}
