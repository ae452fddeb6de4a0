using Extractor.Web.Pages.Markup;

namespace Extractor.Web.Pages;

/// <summary>Fields of forms that ask by the address: they show what the address says.</summary>
static class Fields
{
    public static Html Text(Visit visit, string name, string label, string example, bool isWide = false, bool isShort = false) => Html.Of($"""
        <div class="field{(isWide ? " wide" : isShort ? " short" : "")}"><label for="f-{name}">{visit[label]}</label><input id="f-{name}" name="{name}" value="{visit.Text(name)}" placeholder="{visit[example]}" autocomplete="off" spellcheck="false"></div>

        """);

    public static Html Choice(Visit visit, string name, string label, IEnumerable<string> values, string prefix) => Html.Of($"""
        <div class="field short"><label for="f-{name}">{visit[label]}</label><select id="f-{name}" name="{name}"><option value="">{visit["field.any"]}</option>{values.Select(value => Option(value, visit[prefix + value], visit.Text(name) == value))}</select></div>

        """);

    static Html Option(string value, string label, bool isChosen) =>
        isChosen ? Html.Of($"<option value=\"{value}\" selected>{label}</option>") : Html.Of($"<option value=\"{value}\">{label}</option>");
}
