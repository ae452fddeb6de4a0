using Extractor.Core.Indicators;
using Extractor.Core.Layouts;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>Units that depend on where and of what a figure is: 元 is the home's currency, 户 of businesses is no household.</summary>
/// <param name="home">The first two digits of the publication's region, or null.</param>
sealed class LocalUnits(PageView page, string? home)
{
    static readonly WordList Businesses = WordList.Embedded("Claims.businesses.tsv");

    readonly string _currency = home switch { "71" => "TWD", "81" => "HKD", "82" => "MOP", _ => "CNY" };

    public Quantity Settle(Quantity quantity, IndicatorText? indicator)
    {
        var code = quantity.Unit.Code;
        if (_currency != "CNY" && (code == "CNY" && !quantity.Span.In(page.Text).EndsWith("人民币") || code.StartsWith("CNY/", StringComparison.Ordinal)))
            return quantity with { Unit = quantity.Unit with { Code = _currency + code[3..] } };
        return code == "{household}" && indicator is not null && Businesses.IsIn(indicator.Folded) ? quantity with { Unit = new("{户}", UnitKind.Count, 0) } : quantity;
    }
}
