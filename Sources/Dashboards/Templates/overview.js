(function(){'use strict';
var t=document.querySelector('table[data-sort]');if(!t||!t.tBodies.length)return;
var body=t.tBodies[0],rows=Array.prototype.slice.call(body.rows),heads=Array.prototype.slice.call(t.tHead.rows[0].cells);
var nl=new Intl.Collator(document.documentElement.lang,{numeric:true,sensitivity:'base'});
function value(r,i){var c=r.cells[i];return c.hasAttribute('data-v')?parseFloat(c.getAttribute('data-v')):c.textContent.trim();}
heads.forEach(function(h,i){var kind=h.getAttribute('data-kind');if(!kind)return;
var b=document.createElement('button');b.type='button';while(h.firstChild)b.appendChild(h.firstChild);h.appendChild(b);
b.addEventListener('click',function(){var now=h.getAttribute('aria-sort');
var up=now?(now==='ascending'?-1:1):(kind==='number'?-1:1);
heads.forEach(function(x){x.removeAttribute('aria-sort');});
h.setAttribute('aria-sort',up===1?'ascending':'descending');
rows.sort(function(a,c){var x=value(a,i),y=value(c,i);return up*(typeof x==='number'?x-y:nl.compare(x,y));});
var f=document.createDocumentFragment();rows.forEach(function(r){f.appendChild(r);});body.appendChild(f);});});
var tools=document.getElementById('tools'),find=document.getElementById('find'),show=document.getElementById('show'),theme=document.getElementById('theme'),out=document.getElementById('found');
if(!tools)return;tools.hidden=false;
function filter(){var q=find.value.trim().toLocaleLowerCase(),s=show.value,m=theme?theme.value:'',n=0;
rows.forEach(function(r){var ok=(!q||r.textContent.toLocaleLowerCase().indexOf(q)>-1)&&(!s||r.getAttribute('data-signal').split(' ').indexOf(s)>-1)&&(!m||r.getAttribute('data-theme')===m);r.hidden=!ok;if(ok)n++;});
out.textContent=n+' '+out.getAttribute('data-of')+' '+rows.length+' '+out.getAttribute('data-unit');}
find.addEventListener('input',filter);show.addEventListener('change',filter);if(theme)theme.addEventListener('change',filter);filter();}());
